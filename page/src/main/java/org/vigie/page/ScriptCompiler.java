package org.vigie.page;

import java.io.File;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolLog;

/**
 * Compiles {@link OfferScript}, and all that it asks, to JavaScript. The build runs it: the
 * compiler's own plugin for Maven doesn't see the JDK's classes, of which a few are compiled too.
 */
public final class ScriptCompiler {
  private ScriptCompiler() {}

  /**
   * Writes {@code offer.js}.
   *
   * @param args the folder that it is written to
   * @throws IllegalStateException if something that is asked can't be compiled
   */
  public static void main(String[] args) throws Exception {
    TeaVMToolLog log = new ConsoleTeaVMToolLog(false);
    TeaVMTool compiler = new TeaVMTool();
    compiler.setLog(log);
    compiler.setTargetType(TeaVMTargetType.JAVASCRIPT);
    compiler.setClassLoader(ScriptCompiler.class.getClassLoader());
    compiler.setMainClass(OfferScript.class.getName());
    compiler.setObfuscated(true);
    compiler.setTargetDirectory(new File(args[0]));
    compiler.setTargetFileName("offer.js");
    compiler.generate();
    if (!compiler.getProblemProvider().getSevereProblems().isEmpty()) {
      TeaVMProblemRenderer.describeProblems(
          compiler.getDependencyInfo().getCallGraph(), compiler.getProblemProvider(), log);
      throw new IllegalStateException("the page's script could not be compiled; see above");
    }
  }
}
