package org.vigie.pipeline.state;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.CheckpointedStateScope;
import org.apache.flink.runtime.state.StreamStateHandle;

/** Streams of a checkpoint that are opened in a way of their own; all else is left to others. */
interface ForwardedStreams extends CheckpointStreamFactory {
  /** Returns the others. */
  CheckpointStreamFactory folder();

  @Override
  default boolean canFastDuplicate(StreamStateHandle handle, CheckpointedStateScope scope)
      throws IOException {
    return folder().canFastDuplicate(handle, scope);
  }

  @Override
  default List<StreamStateHandle> duplicate(
      List<StreamStateHandle> handles, CheckpointedStateScope scope) throws IOException {
    return folder().duplicate(handles, scope);
  }

  @Override
  default void reusePreviousStateHandle(Collection<? extends StreamStateHandle> handles) {
    folder().reusePreviousStateHandle(handles);
  }

  @Override
  default boolean couldReuseStateHandle(StreamStateHandle handle) {
    return folder().couldReuseStateHandle(handle);
  }
}
