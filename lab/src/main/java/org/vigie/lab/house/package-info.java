/** What can be counted of the source: how big its rooms, files, methods and records are. */
@NullMarked
package org.vigie.lab.house;

import org.jspecify.annotations.NullMarked;
