package org.vigie.lab.verify;

import java.nio.file.Path;

/** One promise that can be put to the test. */
public interface Check {
  /** Returns the name used on the command line. */
  String name();

  /** Returns what must hold, in one sentence. */
  String promise();

  /**
   * Puts the promise to the test.
   *
   * @param folder an empty one to work in
   * @return what was done and found
   * @throws Exception if it could not be tested, which is no verdict
   */
  Tally run(Effort effort, Path folder, Watcher watcher) throws Exception;

  /** Who wants to know how far a check is. */
  @FunctionalInterface
  interface Watcher {
    /**
     * @param done work done
     * @param total work in all, at least 1
     */
    void at(long done, long total);
  }
}
