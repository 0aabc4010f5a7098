/** Erasure: what takes adverts out of a workspace, all of it. */
@NullMarked
package org.vigie.casework.erase;

import org.jspecify.annotations.NullMarked;
