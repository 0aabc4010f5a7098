/** Settings that decide who sees how much: they hold once a second admin has agreed. */
@NullMarked
package org.vigie.casework.guarded;

import org.jspecify.annotations.NullMarked;
