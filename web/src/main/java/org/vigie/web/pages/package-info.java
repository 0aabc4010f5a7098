/** The console's pages: what each shows, made from the index and from what people did. */
@NullMarked
package org.vigie.web.pages;

import org.jspecify.annotations.NullMarked;
