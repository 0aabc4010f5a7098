/**
 * A search over adverts: collects what matches, ranks it, folds a cluster into one hit, and cuts
 * the snippet that shows why it matched.
 */
@NullMarked
package org.vigie.search.hit;

import org.jspecify.annotations.NullMarked;
