/** A sentence encoder of the operator's own, asked where models of signs are unsure. */
@NullMarked
package org.vigie.classifier.encoder;

import org.jspecify.annotations.NullMarked;
