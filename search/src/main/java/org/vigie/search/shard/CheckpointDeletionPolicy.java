package org.vigie.search.shard;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;

/**
 * Keeps every commit that a restart may still have to go back to.
 *
 * <p>At the start it drops what is newer than the checkpoint that is restored. From then on a
 * commit goes only when a newer one belongs to a checkpoint known to be complete.
 */
final class CheckpointDeletionPolicy extends IndexDeletionPolicy {
  private final OptionalLong restored;
  private OptionalLong completed = OptionalLong.empty();

  CheckpointDeletionPolicy(OptionalLong restored) {
    this.restored = restored;
  }

  /** Notes that a checkpoint is complete; the next {@link #onCommit} acts on it. */
  void completed(long checkpoint) {
    if (completed.isEmpty() || checkpoint > completed.getAsLong()) {
      completed = OptionalLong.of(checkpoint);
    }
  }

  @Override
  public void onInit(List<? extends IndexCommit> commits) throws IOException {
    for (IndexCommit commit : commits) {
      if (restored.isEmpty() || ShardCommit.of(commit).checkpoint() > restored.getAsLong()) {
        commit.delete();
      }
    }
  }

  @Override
  public void onCommit(List<? extends IndexCommit> commits) throws IOException {
    if (completed.isEmpty()) {
      return;
    }
    boolean newerIsComplete = false;
    for (IndexCommit commit : commits.reversed()) {
      if (newerIsComplete) {
        commit.delete();
      } else {
        newerIsComplete = ShardCommit.of(commit).checkpoint() <= completed.getAsLong();
      }
    }
  }
}
