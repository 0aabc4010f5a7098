/** What the pages show, as JSON for programs, with the description of every address. */
@NullMarked
package org.vigie.web.pages.api;

import org.jspecify.annotations.NullMarked;
