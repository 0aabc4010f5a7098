/**
 * The console's pages: what each shows, made from the index and from what people did. {@link
 * Console} serves them all; they stand in the packages below, by what they are about, and share
 * {@code part}.
 */
@NullMarked
package org.vigie.web.pages;

import org.jspecify.annotations.NullMarked;
