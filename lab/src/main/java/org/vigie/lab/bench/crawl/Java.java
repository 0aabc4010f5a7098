package org.vigie.lab.bench.crawl;

import java.nio.file.Path;

/** The Java that runs this, by which further processes are started. */
final class Java {
  static final String EXECUTABLE = Path.of(System.getProperty("java.home"), "bin/java").toString();
  static final String CLASS_PATH = System.getProperty("java.class.path");
  static final int FEATURE = Runtime.version().feature();

  private Java() {}
}
