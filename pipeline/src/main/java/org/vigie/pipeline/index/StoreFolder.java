package org.vigie.pipeline.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/** One folder of a file system that all machines of a cluster see, as Flink reaches it. */
final class StoreFolder {
  /** What writes a file. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private final Path folder;
  private final FileSystem files;

  StoreFolder(Path folder) throws IOException {
    this.folder = folder;
    files = folder.getFileSystem();
  }

  /** Returns the names of its files, in their order. */
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (FileStatus file : listed()) {
      names.add(file.getPath().getName());
    }
    names.sort(String::compareTo);
    return names;
  }

  private FileStatus[] listed() throws IOException {
    while (true) {
      try {
        FileStatus[] found = files.listStatus(folder);
        return found == null ? new FileStatus[0] : found;
      } catch (FileNotFoundException e) {
        if (!files.exists(folder)) {
          return new FileStatus[0]; // an object store has no empty folders
        }
        // Else a file was let go while they were listed.
      }
    }
  }

  /** Returns a file's length in bytes; -1 if it isn't there. */
  long length(String name) throws IOException {
    try {
      return files.getFileStatus(new Path(folder, name)).getLen();
    } catch (FileNotFoundException e) {
      return -1;
    }
  }

  InputStream open(String name) throws IOException {
    return files.open(new Path(folder, name));
  }

  /** Writes a file, in place of one that is there. */
  void write(String name, Content content) throws IOException {
    write(name, WriteMode.OVERWRITE, content);
  }

  /**
   * Writes a file that isn't there yet.
   *
   * @throws IOException if it is
   */
  void create(String name, Content content) throws IOException {
    write(name, WriteMode.NO_OVERWRITE, content);
  }

  /** Writes a file so that it is seen whole or not at all. */
  void writeWhole(String name, Content content) throws IOException {
    if (files.isDistributedFS()) {
      write(name, content); // an object is there once it is closed
      return;
    }
    String part = name + ".part";
    write(part, content);
    if (!files.rename(new Path(folder, part), new Path(folder, name))) {
      throw new IOException(name + " must be written in " + folder + ", but can't be named so");
    }
  }

  void delete(String name) throws IOException {
    files.delete(new Path(folder, name), false);
  }

  private void write(String name, WriteMode mode, Content content) throws IOException {
    try (FSDataOutputStream out = files.create(new Path(folder, name), mode)) {
      content.writeTo(out);
      out.flush();
      if (!files.isDistributedFS()) {
        out.sync();
      }
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
