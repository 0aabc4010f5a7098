/** Inputs accepted once, and read into adverts or dead letters. */
@NullMarked
package org.vigie.pipeline.intake;

import org.jspecify.annotations.NullMarked;
