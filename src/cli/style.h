/* The style sheet of HTML pages: src/cli/style.css, as it was when the program was built. */
#ifndef CLI_STYLE_H
#define CLI_STYLE_H

extern const char style_css[];

#endif
