/** Digits of one text that stand or are said together, however they are written. */
@NullMarked
package org.vigie.classifier.digit;

import org.jspecify.annotations.NullMarked;
