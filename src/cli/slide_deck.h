// SPDX-License-Identifier: MIT
// The pictures of the lecture, in its order: each from a real run, made for it.
#pragma once

#include <span>

namespace cli {

struct DeckSlide {
    const char *row; // "L07", and after the lecture's: "M" the models measured, "X" what is beyond
    enum Kind : unsigned char {
        chapter, // of a lesson: its last sentence about a figure, or `figure`, at that moment or `at`
        options, // the table of socket options, page by page; what is said of it in that chapter
        phases,  // the book's figure of the server `of`, with the script one-datagram
        six,     // the book's 6.6, of those
        compared, // the same work by all models over TCP: of each a message, what it cost, how long messages took
        cost,
        delay,
    } kind = chapter;
    const char *of = nullptr;
    int number = 0;            // of the chapter, from 1
    const char *figure = nullptr, *at = nullptr;
    int page = 0;              // of options, from 0; there may be fewer
};

std::span<const DeckSlide> slide_deck();

} // namespace cli
