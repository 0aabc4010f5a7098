/**
 * What is worked out of a models folder, kept in a file so that the next process need not do it.
 */
@NullMarked
package org.vigie.classifier.image;

import org.jspecify.annotations.NullMarked;
