package org.vigie.pipeline.network;

import java.util.function.Consumer;
import org.vigie.advert.SharedMeaning;
import org.vigie.pipeline.index.IndexChange;

/** Takes what networks change in the index. */
final class NetworkOutput {
  private final Consumer<IndexChange> changes;

  NetworkOutput(Consumer<IndexChange> changes) {
    this.changes = changes;
  }

  void emit(IndexChange change) {
    changes.accept(change);
  }

  /** Nobody looks for what is said alike by its hash: the edges of its network tell of it. */
  void emitOf(String member, IndexChange change) {
    if (!SharedMeaning.isOne(member)) {
      emit(change);
    }
  }
}
