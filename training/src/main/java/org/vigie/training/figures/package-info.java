/** The figures that the classifier promises, each measured by code that anyone can run again. */
@NullMarked
package org.vigie.training.figures;

import org.jspecify.annotations.NullMarked;
