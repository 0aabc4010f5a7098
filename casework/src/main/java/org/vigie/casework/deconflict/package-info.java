/** Blind deconfliction as one workspace does it: whose contacts, and what waits for an answer. */
@NullMarked
package org.vigie.casework.deconflict;

import org.jspecify.annotations.NullMarked;
