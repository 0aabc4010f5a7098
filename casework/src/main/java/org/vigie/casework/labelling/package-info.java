/** The questions that reviewers are asked about adverts, and the set that their answers make. */
@NullMarked
package org.vigie.casework.labelling;

import org.jspecify.annotations.NullMarked;
