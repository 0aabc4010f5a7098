/** What a sentence does with a sign that stands in it: says, denies, or reports it. */
@NullMarked
package org.vigie.classifier.sentence;

import org.jspecify.annotations.NullMarked;
