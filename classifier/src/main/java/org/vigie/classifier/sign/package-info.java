/**
 * Reads what a text says: concepts found in one pass, frames over them in a second, and a
 * categoriser that may add what no frame was written for.
 *
 * <p>{@link SignReader} is the face. {@link Concepts} finds word forms of all languages, {@link
 * Frames} the combinations that the rows of the taxonomy are made of, {@link SignModel} weighs
 * both, {@link SequenceModel} reads them in their order, {@link StackedModel} knows how far to
 * trust each, and {@link SignJudge} puts them together.
 */
@NullMarked
package org.vigie.classifier.sign;

import org.jspecify.annotations.NullMarked;
