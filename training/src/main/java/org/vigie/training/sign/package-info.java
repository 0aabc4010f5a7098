/**
 * How the categorisers of signs are made: invented sentences of all languages, their features, the
 * fit, thresholds by folds apart, and figures on texts that others wrote.
 */
@NullMarked
package org.vigie.training.sign;

import org.jspecify.annotations.NullMarked;
