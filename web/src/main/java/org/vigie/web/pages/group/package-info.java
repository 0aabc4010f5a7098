/**
 * What stands behind single adverts: clusters, contacts, networks, what a group says, and where and
 * when it was seen.
 */
@NullMarked
package org.vigie.web.pages.group;

import org.jspecify.annotations.NullMarked;
