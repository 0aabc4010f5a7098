/** The questions that reviewers are asked about adverts, and the set that their answers make. */
@NullMarked
package org.vigie.console.labelling;

import org.jspecify.annotations.NullMarked;
