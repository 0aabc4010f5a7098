package org.vigie.lab.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.vigie.files.failure.UserError;

/** Reads the project's source as the compiler parses it; nothing is compiled. */
final class SourceFiles {
  private static final Path SOURCE = Path.of("src", "main", "java");
  private static final Pattern INDICATOR_ID = Pattern.compile("[A-Z]{2}-\\d{2}");

  private SourceFiles() {}

  /**
   * Returns what programs are made of: {@code src/main/java} of each module of a project.
   *
   * @throws IOException if a file can't be read
   */
  static List<SourceFile> of(Path folder) throws IOException {
    Path project = folder.toAbsolutePath().normalize();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw UserError.ofInput(
          "source is counted with a JDK's compiler, but this Java has none; use a JDK");
    }
    List<SourceFile> read = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      for (Path room : rooms(project)) {
        JavacTask task =
            (JavacTask)
                compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(javaFiles(room.resolve(SOURCE))));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree unit : task.parse()) {
          read.add(file(project, room, unit, positions));
        }
      }
    }
    return read;
  }

  private static List<Path> rooms(Path project) throws IOException {
    try (Stream<Path> folders = Files.list(project)) {
      return folders.filter(folder -> Files.isDirectory(folder.resolve(SOURCE))).sorted().toList();
    }
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static SourceFile file(
      Path project, Path room, CompilationUnitTree unit, SourcePositions positions)
      throws IOException {
    Path path = Path.of(unit.getSourceFile().toUri());
    Count count = new Count(unit, positions);
    unit.accept(count, null);
    return new SourceFile(
        room.getFileName().toString(),
        room.resolve(SOURCE).relativize(path.getParent()),
        project.relativize(path),
        (int) Files.readString(path).lines().count(),
        unit.getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(type -> ((ClassTree) type).getSimpleName().toString())
            .toList(),
        count.methods,
        count.records,
        count.indicatorIds);
  }

  /** Counts within one file. */
  private static final class Count extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Integer> methods = new ArrayList<>();
    private final List<Integer> records = new ArrayList<>();
    private int indicatorIds;

    Count(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
      if (method.getBody() != null) {
        methods.add(lines(method));
      }
      return super.visitMethod(method, none);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
      if (type.getKind() == Tree.Kind.RECORD) {
        records.add(
            (int)
                type.getMembers().stream()
                    .filter(member ->
                        member instanceof VariableTree part
                            && !part.getModifiers().getFlags().contains(Modifier.STATIC))
                    .count());
      }
      return super.visitClass(type, none);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void none) {
      if (literal.getValue() instanceof String text && INDICATOR_ID.matcher(text).matches()) {
        indicatorIds++;
      }
      return super.visitLiteral(literal, none);
    }

    private int lines(Tree tree) {
      long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
      long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
      return (int) (last - first + 1);
    }
  }
}
