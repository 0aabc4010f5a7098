/** Findings said in a language, from one file of messages a language. */
@NullMarked
package org.vigie.text.finding;

import org.jspecify.annotations.NullMarked;
