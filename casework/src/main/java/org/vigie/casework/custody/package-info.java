/** What keeps a workspace whole and closed: its files' rights, their check, their copies. */
@NullMarked
package org.vigie.casework.custody;

import org.jspecify.annotations.NullMarked;
