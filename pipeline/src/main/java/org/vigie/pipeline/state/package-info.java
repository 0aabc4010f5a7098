/** How long the stream remembers, and how what it remembers is written in few bytes. */
@NullMarked
package org.vigie.pipeline.state;

import org.jspecify.annotations.NullMarked;
