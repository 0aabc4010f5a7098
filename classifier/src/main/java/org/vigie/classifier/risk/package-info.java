/** A calibrated risk of deceptive recruitment, with the exact reasons for it, or an abstention. */
@NullMarked
package org.vigie.classifier.risk;

import org.jspecify.annotations.NullMarked;
