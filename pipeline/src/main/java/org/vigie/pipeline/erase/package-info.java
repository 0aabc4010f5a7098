/** Finds what an advert left in the inputs of a workspace, and takes it out of them. */
@NullMarked
package org.vigie.pipeline.erase;

import org.jspecify.annotations.NullMarked;
