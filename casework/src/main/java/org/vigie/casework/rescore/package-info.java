/** History read again with other models: what would change, and the change itself once approved. */
@NullMarked
package org.vigie.casework.rescore;

import org.jspecify.annotations.NullMarked;
