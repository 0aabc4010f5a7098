package org.vigie.page;

import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** What the compiler does otherwise for the page. */
public final class PagePlugin implements TeaVMPlugin {
  @Override
  public void install(TeaVMHost host) {
    host.add(new PhonePatterns());
    host.add(new BlankCalls());
  }
}
