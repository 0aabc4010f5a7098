package org.vigie.files.owner;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The umask of this process: what it and its libraries make, be it by Java, RocksDB or SQLite, is
 * its owner's alone, however it was started. The launchers set it before, too.
 *
 * <p>Java has no way to it but by calling the C library: by reflection, since Java 21 has that only
 * as a preview.
 */
public final class ProcessUmask {
  /** All that a group and others could be allowed. */
  private static final int OWNER_ALONE = 0077;

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String FOREIGN = "java.lang.foreign.";

  private ProcessUmask() {}

  /**
   * Sets it to 0077, unless it is as strict already. It stays as it is on a system without one, and
   * where Java can't call the C library: there {@code ./vigie doctor} and {@code serve} find what
   * is open.
   */
  public static void restrictToOwner() {
    boolean strict = present().filter(mask -> (mask & OWNER_ALONE) == OWNER_ALONE).isPresent();
    if (strict || !FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try {
      umask().invokeWithArguments(OWNER_ALONE);
    } catch (Throwable e) { // as a method handle says that it may throw
      if (e instanceof VirtualMachineError fatal) {
        throw fatal;
      }
    }
  }

  /** Returns what Linux says of it; to ask the C library is to change it. */
  private static Optional<Integer> present() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("Umask:"))
          .map(line -> Integer.parseInt(line.substring("Umask:".length()).strip(), 8))
          .findFirst();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Returns {@code mode_t umask(mode_t)}, whose type is an unsigned one of at most 32 bits. */
  private static MethodHandle umask() throws ReflectiveOperationException {
    Class<?> linkers = Class.forName(FOREIGN + "Linker");
    Class<?> segments = Class.forName(FOREIGN + "MemorySegment");
    Class<?> layouts = Class.forName(FOREIGN + "MemoryLayout");
    Class<?> descriptors = Class.forName(FOREIGN + "FunctionDescriptor");
    Object linker = linkers.getMethod("nativeLinker").invoke(null);
    Object symbols = linkers.getMethod("defaultLookup").invoke(linker);
    Optional<?> symbol =
        (Optional<?>)
            Class.forName(FOREIGN + "SymbolLookup")
                .getMethod("find", String.class)
                .invoke(symbols, "umask");
    Object number = Class.forName(FOREIGN + "ValueLayout").getField("JAVA_INT").get(null);
    Object arguments = Array.newInstance(layouts, 1);
    Array.set(arguments, 0, number);
    Object descriptor =
        descriptors.getMethod("of", layouts, arguments.getClass()).invoke(null, number, arguments);
    Object options = Array.newInstance(Class.forName(FOREIGN + "Linker$Option"), 0);
    return (MethodHandle)
        linkers
            .getMethod("downcallHandle", segments, descriptors, options.getClass())
            .invoke(linker, symbol.orElseThrow(), descriptor, options);
  }
}
