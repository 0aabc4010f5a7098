/**
 * Shards on disk: the one writer of each, its commits, the merges of its segments, and the opening
 * of what was committed.
 */
@NullMarked
package org.vigie.search.shard;

import org.jspecify.annotations.NullMarked;
