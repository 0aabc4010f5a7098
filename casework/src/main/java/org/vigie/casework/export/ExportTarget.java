package org.vigie.casework.export;

import java.io.IOException;
import java.io.OutputStream;

/** What adverts that leave are written as. */
@FunctionalInterface
public interface ExportTarget {
  /** Begins a file. */
  ExportSink into(OutputStream out) throws IOException;
}
