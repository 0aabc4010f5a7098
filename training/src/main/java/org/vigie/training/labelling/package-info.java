/** Labelling by people: which adverts to ask about, what was answered, and how far they agree. */
@NullMarked
package org.vigie.training.labelling;

import org.jspecify.annotations.NullMarked;
