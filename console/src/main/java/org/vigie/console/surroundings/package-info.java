/** What a command takes from outside: place, time, streams. */
@NullMarked
package org.vigie.console.surroundings;

import org.jspecify.annotations.NullMarked;
