package org.vigie.pipeline.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.vigie.pipeline.fault.StreamFailpoint;

/**
 * Appends records to one file, a JSON object a line, each exactly once. Runs as one instance.
 *
 * <p>State: the length of the file at the last checkpoint, to which it is cut when the job is
 * restored. End of life: the workspace's; one number.
 *
 * @param <T> what is written
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public abstract class AppendJsonLines<T> extends ProcessFunction<T, Void>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private static final ListStateDescriptor<Long> LENGTH =
      new ListStateDescriptor<>("length", Long.class);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final String file;
  private transient ListState<Long> length;
  private transient FileChannel channel;
  private transient OutputStream out;

  protected AppendJsonLines(Path file) {
    this.file = file.toString();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    length = context.getOperatorStateStore().getListState(LENGTH);
    channel = FileChannel.open(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long kept = 0;
    for (long value : length.get()) {
      kept = value;
    }
    channel.truncate(kept).position(kept);
    out = new BufferedOutputStream(Channels.newOutputStream(channel));
  }

  @Override
  public void processElement(T value, Context context, Collector<Void> unused) throws IOException {
    out.write(JSON.writeValueAsBytes(value));
    out.write('\n');
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    out.flush();
    channel.force(false);
    StreamFailpoint.LINES_WRITTEN.reach();
    length.update(List.of(channel.position()));
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
