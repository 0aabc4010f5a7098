package org.vigie.pipeline.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.runtime.state.CheckpointMetadataOutputStream;
import org.apache.flink.runtime.state.CheckpointStateOutputStream;
import org.apache.flink.runtime.state.CheckpointStorageLocation;
import org.apache.flink.runtime.state.CheckpointStorageLocationReference;
import org.apache.flink.runtime.state.CheckpointedStateScope;
import org.apache.flink.runtime.state.CompletedCheckpointStorageLocation;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FsCheckpointStorageLocation;
import org.vigie.pipeline.workspace.StateSums;

/**
 * The place of one checkpoint, in which the hashes of its files lie before its metadata do: one
 * that a killed process leaves is complete with both, or isn't.
 */
record SummedLocation(FsCheckpointStorageLocation folder)
    implements CheckpointStorageLocation, ForwardedStreams {
  /** Returns the place of a checkpoint that begins, with hashes if it is a folder. */
  static CheckpointStorageLocation begun(CheckpointStorageLocation location) {
    if (!(location instanceof FsCheckpointStorageLocation folder)) {
      return location;
    }
    SummedLocation summed = new SummedLocation(folder);
    PartSums.forgetFormer(summed.path());
    return summed;
  }

  private Path path() {
    return Path.of(folder.getCheckpointDirectory().toUri());
  }

  @Override
  public CheckpointMetadataOutputStream createMetadataOutputStream() throws IOException {
    return new Metadata(
        folder.createMetadataOutputStream(), Path.of(folder.getMetadataFilePath().toUri()));
  }

  @Override
  public void disposeOnFailure() throws IOException {
    PartSums.forget(path());
    folder.disposeOnFailure();
  }

  @Override
  public CheckpointStorageLocationReference getLocationReference() {
    return folder.getLocationReference();
  }

  @Override
  public CheckpointStateOutputStream createCheckpointStateOutputStream(CheckpointedStateScope scope)
      throws IOException {
    return folder.createCheckpointStateOutputStream(scope);
  }

  /** The file of a checkpoint's metadata, which is written last. */
  private static final class Metadata extends CheckpointMetadataOutputStream {
    private final CheckpointMetadataOutputStream file;
    private final Path path;
    private final PartSums.Taken taken = new PartSums.Taken();

    Metadata(CheckpointMetadataOutputStream file, Path path) {
      this.file = file;
      this.path = path;
    }

    @Override
    public CompletedCheckpointStorageLocation closeAndFinalizeCheckpoint() throws IOException {
      PartSums.write(path, taken);
      return new Completed(file.closeAndFinalizeCheckpoint());
    }

    @Override
    public void close() throws IOException {
      file.close();
    }

    @Override
    public long getPos() throws IOException {
      return file.getPos();
    }

    @Override
    public void write(int octet) throws IOException {
      file.write(octet);
      taken.write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      file.write(octets, from, length);
      taken.write(octets, from, length);
    }

    @Override
    public void flush() throws IOException {
      file.flush();
    }

    @Override
    public void sync() throws IOException {
      file.sync();
    }
  }

  /** A complete checkpoint; Flink deletes its folder only where nothing else lies in it. */
  record Completed(CompletedCheckpointStorageLocation folder)
      implements CompletedCheckpointStorageLocation {
    private static final long serialVersionUID = 1L;

    @Override
    public String getExternalPointer() {
      return folder.getExternalPointer();
    }

    @Override
    public StreamStateHandle getMetadataHandle() {
      return folder.getMetadataHandle();
    }

    @Override
    public void disposeStorageLocation() throws IOException {
      org.apache.flink.core.fs.Path pointer =
          new org.apache.flink.core.fs.Path(folder.getExternalPointer());
      Files.deleteIfExists(new StateSums(Path.of(pointer.toUri())).list());
      folder.disposeStorageLocation();
    }
  }
}
