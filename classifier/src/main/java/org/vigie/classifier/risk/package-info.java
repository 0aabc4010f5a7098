/**
 * A calibrated risk of deceptive recruitment, with the exact reasons for it, or an abstention.
 *
 * <p>More than 40 files: features, weights and rules of all forms see each other's inside, which no
 * other package does.
 */
@NullMarked
package org.vigie.classifier.risk;

import org.jspecify.annotations.NullMarked;
