# SPDX-License-Identifier: MIT
# What ui/run and tests/run share: the Debian packages that are needed, and one build of a preset.
# To be sourced; the sourcing script sets `top`, the repository's folder.

build_packages="ca-certificates ccache cmake fonts-dejavu-core g++ git libgl-dev liburing-dev ninja-build pkg-config
    qt6-base-dev qt6-l10n-tools qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-wayland"
test_packages="netcat-openbsd poppler-utils procps strace xauth xvfb"

say() {
    printf '%s\n' "$*" >&2
}

# Those of the packages given that are not installed.
missing() {
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | head -n 1)" = installed ] || printf '%s ' "$package"
    done
}

install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is no Debian or Ubuntu: apt-get is not here, so please install the counterparts of:" "$@"
        return 0
    fi
    absent=$(missing "$@")
    [ -n "$absent" ] || return 0
    say "Installing:" $absent
    root=
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "That needs root, and sudo is not here. As root, please run:  apt-get update && apt-get install -y" $absent
            exit 1
        fi
        root=sudo
    fi
    if ! $root apt-get update || ! $root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $absent; then
        say "apt-get could not install what is missing (its own message is above). Check the network, then run this again."
        exit 1
    fi
}

# Configures a preset into build/PRESET. A build folder that came from another place is begun anew.
configure() {
    fresh=
    if [ -f "$top/build/$1/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$top/build/$1/CMakeCache.txt"; then
        fresh=--fresh
    fi
    cmake -S "$top" --preset "$1" $fresh --log-level=WARNING > /dev/null
}

# build PRESET [TARGET]
build() {
    configure "$1" && cmake --build "$top/build/$1" --target "${2:-all}" --parallel "$(nproc)"
}
