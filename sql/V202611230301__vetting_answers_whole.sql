-- "Not applicable" is longer than ten letters: that answer ended in a fault.
ALTER TABLE vetting_answer MODIFY answer VARCHAR(20), MODIFY former VARCHAR(20);
