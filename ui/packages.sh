# SPDX-License-Identifier: MIT
# What ui/run and tests/run share: the Debian packages that are needed, and one build of a preset.
# To be sourced; the sourcing script sets `top`, the repository's folder.

build_packages="ca-certificates ccache cmake fonts-dejavu-core g++ git libgif-dev libgl-dev libqrencode-dev libtomlplusplus-dev liburing-dev libwebp-dev libwebsockets-dev ninja-build pkg-config
    qt6-base-dev qt6-l10n-tools qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-wayland"
# Those of the second line pack the program, or look at what is packed.
test_packages="dbus-daemon netcat-openbsd poppler-utils procps strace xauth xvfb
    appstream bsdextrautils desktop-file-utils dpkg-dev man-db patchelf shared-mime-info xz-utils"

say() {
    printf '%s\n' "$*" >&2
}

# Those of the packages given that are not installed.
missing() {
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | head -n 1)" = installed ] || printf '%s ' "$package"
    done
}

patience=900 # seconds

# Runs apt-get. A fresh desktop is updating itself just then: waits for its locks, of which only dpkg's has an option to wait for it.
patiently() {
    folder=$(mktemp -d)
    mkfifo "$folder/said"
    waited=0
    while tee "$folder/kept" < "$folder/said" >&2 & ! LC_ALL=C "$@" 2> "$folder/said"; do
        wait
        if ! grep -q 'Could not get lock\|Unable to acquire' "$folder/kept" || [ "$waited" -ge "$patience" ]; then
            rm -r "$folder"
            return 1
        fi
        [ "$waited" -gt 0 ] || say "Another program is installing packages: waiting for it, $((patience / 60)) minutes at most."
        sleep 5
        waited=$((waited + 5))
    done
    wait
    rm -r "$folder"
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
    patiently $root apt-get update || say "apt-get update has failed; trying with what it knew before."
    if ! patiently $root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout="$patience" install -y --no-install-recommends $absent; then
        say "apt-get could not install what is missing (its own message is above). Check the network, then run this again."
        exit 1
    fi
}

# configure PRESET [-DVARIABLE=VALUE]: into build/PRESET. A build folder that came from another place is begun anew.
configure() {
    fresh=
    if [ -f "$top/build/$1/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$top/build/$1/CMakeCache.txt"; then
        fresh=--fresh
    fi
    cmake -S "$top" --preset "$1" $fresh ${2-} --log-level=WARNING > /dev/null
}

# build PRESET [TARGET [-DVARIABLE=VALUE]]
build() {
    configure "$1" "${3-}" && cmake --build "$top/build/$1" --target "${2:-all}" --parallel "$(nproc)"
}
