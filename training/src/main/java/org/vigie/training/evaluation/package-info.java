/** How good a model's scores are: figures, curves and intervals of adverts whose truth is known. */
@NullMarked
package org.vigie.training.evaluation;

import org.jspecify.annotations.NullMarked;
