/** What each contact has done, over all adverts that name it. */
@NullMarked
package org.vigie.pipeline.contact;

import org.jspecify.annotations.NullMarked;
