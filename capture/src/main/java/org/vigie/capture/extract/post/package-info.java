/**
 * Readers of people's posts: social networks and messengers, forums, and pages or answers that
 * carry posts as data.
 */
@NullMarked
package org.vigie.capture.extract.post;

import org.jspecify.annotations.NullMarked;
