/** Weak supervision: what labelling functions vote, and what is likely true given their votes. */
@NullMarked
package org.vigie.classifier.weak;

import org.jspecify.annotations.NullMarked;
