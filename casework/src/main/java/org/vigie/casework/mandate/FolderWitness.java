package org.vigie.casework.mandate;

import java.io.IOException;

/**
 * A witness in a folder: of another disk or machine, which those who use the workspace can't write
 * to otherwise.
 *
 * @param place the folder, as the settings name it
 */
record FolderWitness(String place, WitnessBook book) implements AuditWitness {
  @Override
  public void tell(SignedHead head) throws IOException {
    book.note(head);
  }

  @Override
  public Testimony recall() throws IOException {
    return book.read();
  }
}
