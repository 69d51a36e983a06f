package wasl.launch;

/** What stands on the terminal when the demo is ready. */
final class Welcome {

  private Welcome() {}

  static String text(DemoApplication application) {
    return """

        Wasl is at       %s/
        Password of all  wasl-demo-2026

          entrepreneur@demo.wasl.example   owns a draft and a live listing
          investor@demo.wasl.example       lives in Sweden
          investor2@demo.wasl.example      lives in the United States
          reviewer@, reviewer2@, reviewer3@, reviewer4@demo.wasl.example
                                           Ministry of Migration and Displaced
          krg@demo.wasl.example            a regional ministry
          finance@, finance2@demo.wasl.example
          auditor@demo.wasl.example
          admin@demo.wasl.example

        All its mails    %s
        Its gateway      %s    (card 4242 4242 4242 4242, any future date, any code)
        Its misbehaviour %s    (errors, silence, lost events, disputes: set by hand)

        Ctrl-C stops it; the data stay.
        """
        .formatted(
            application.url(),
            application.surroundings().mailbox().url(),
            application.surroundings().stripe().apiBase(),
            application.surroundings().stripe().faultsUrl());
  }
}
