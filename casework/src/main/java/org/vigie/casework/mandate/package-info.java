/**
 * Who may do what until when: mandates, and the log of their use.
 *
 * <p>More than 40 files: the log's lines, heads, keys and witnesses see each other's inside, which
 * no other package does.
 */
@NullMarked
package org.vigie.casework.mandate;

import org.jspecify.annotations.NullMarked;
