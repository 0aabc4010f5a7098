/** What the adverts of one contact show when they are read together, as somebody asks for it. */
@NullMarked
package org.vigie.pipeline.together;

import org.jspecify.annotations.NullMarked;
