/** What others kept of an audit log's heads, as it is handed over for a verification. */
@NullMarked
package org.vigie.casework.witness;

import org.jspecify.annotations.NullMarked;
