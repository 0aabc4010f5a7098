/** Seeds to polite fetches to captures. */
@NullMarked
package org.vigie.crawler;

import org.jspecify.annotations.NullMarked;
